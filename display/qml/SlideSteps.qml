pragma ComponentBehavior: Bound

import QtQuick
import MotCua

// The way of a visit in four steps.
Item {
    id: body

    property real zoom: 1
    // Four steps of two lines each must stand in the height there is.
    readonly property real letters: Math.min(3.4 * zoom, height / Theme.u / (4 * 2 * 1.6))
    readonly property list<string> steps: [qsTr("Lấy số tại máy, chọn đúng việc cần làm"), qsTr("Ngồi chờ, nhìn màn hình và nghe gọi số"), qsTr("Đến đúng quầy khi số của bạn hiện lên"), qsTr("Đánh giá bằng một nút bấm khi xong việc")]

    Column {
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width
        spacing: Math.min(2.6 * Theme.u * body.zoom, Math.max(0, (body.height - 4 * 2 * 1.45 * body.letters * Theme.u) / 4))
        Repeater {
            model: body.steps
            delegate: Row {
                id: step
                required property string modelData
                required property int index
                spacing: 2 * Theme.u * body.zoom
                Rectangle {
                    id: disc
                    anchors.verticalCenter: parent.verticalCenter
                    width: Math.round(5.4 * Theme.u * body.zoom)
                    height: width
                    radius: width / 2
                    color: Theme.brand
                    Words {
                        anchors.centerIn: parent
                        text: step.index + 1
                        units: 3.4 * body.zoom
                        lineHeight: 1
                        font.weight: Font.Bold
                        color: Theme.brandInk
                    }
                }
                Words {
                    anchors.verticalCenter: parent.verticalCenter
                    width: body.width - disc.width - step.spacing
                    text: step.modelData
                    units: body.letters
                    lineHeight: 1.2
                }
            }
        }
    }
}
