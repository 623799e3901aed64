pragma ComponentBehavior: Bound

import QtQuick
import MotCua

// Who waits where, field by field.
Item {
    id: body

    property var slide: ({})
    property real zoom: 1
    readonly property var lines: (slide.lines || []).slice(0, Math.max(1, Math.floor(height / (6 * Theme.u * zoom))))
    readonly property real lineHeight: Math.floor(Math.min(height / Math.max(1, lines.length), 11 * Theme.u * zoom))
    readonly property bool roomy: lineHeight >= 8.4 * Theme.u * zoom

    Words {
        visible: body.lines.length === 0
        anchors.fill: parent
        text: qsTr("Hiện không có ai phải chờ. Mời bạn lấy số.")
        units: 4.2 * body.zoom
        horizontalAlignment: Text.AlignHCenter
    }
    Column {
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width
        Repeater {
            model: body.lines
            delegate: Item {
                id: line
                required property var modelData
                required property int index
                width: body.width
                height: body.lineHeight
                Rectangle {
                    visible: line.index > 0
                    width: parent.width
                    height: Theme.border
                    color: Theme.line
                }
                Words {
                    anchors { left: parent.left; right: count.left; rightMargin: 1.6 * Theme.u; verticalCenter: parent.verticalCenter }
                    text: line.modelData.name
                    units: 3.4 * body.zoom
                    lineHeight: 1.1
                    elide: Text.ElideRight
                    maximumLineCount: body.roomy ? 2 : 1
                    wrapMode: body.roomy ? Text.Wrap : Text.NoWrap
                }
                Words {
                    id: count
                    anchors { right: minutes.left; verticalCenter: parent.verticalCenter }
                    text: qsTr("%1 người").arg(line.modelData.waiting)
                    units: 3.4 * body.zoom
                    lineHeight: 1.1
                    font.weight: Font.DemiBold
                    wrapMode: Text.NoWrap
                }
                Words {
                    id: minutes
                    anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                    width: 16.5 * Theme.u * body.zoom
                    text: line.modelData.likely > 0 ? qsTr("~%1 phút").arg(line.modelData.likely) : ""
                    units: 3.2 * body.zoom
                    lineHeight: 1.1
                    color: Theme.quiet
                    wrapMode: Text.NoWrap
                    horizontalAlignment: Text.AlignRight
                }
            }
        }
    }
}
