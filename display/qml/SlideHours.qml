pragma ComponentBehavior: Bound

import QtQuick
import MotCua

// When this hall is open.
Item {
    id: body

    property var slide: ({})
    property real zoom: 1
    readonly property var names: ({ "mon": qsTr("Thứ Hai"), "tue": qsTr("Thứ Ba"), "wed": qsTr("Thứ Tư"), "thu": qsTr("Thứ Năm"), "fri": qsTr("Thứ Sáu"), "sat": qsTr("Thứ Bảy"), "sun": qsTr("Chủ Nhật") })
    readonly property var order: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    readonly property var days: slide.days || []
    readonly property bool inARow: days.length > 2 && order.indexOf(days[days.length - 1]) - order.indexOf(days[0]) === days.length - 1

    Column {
        anchors.centerIn: parent
        width: parent.width
        spacing: 1.6 * Theme.u * body.zoom
        Words {
            width: parent.width
            text: body.inARow ? qsTr("%1 đến %2").arg(body.names[body.days[0]]).arg(body.names[body.days[body.days.length - 1]]) : body.days.map(day => body.names[day]).join(", ")
            units: 4.2 * body.zoom
            horizontalAlignment: Text.AlignHCenter
        }
        Repeater {
            model: (body.slide.sessions || "").split(" · ")
            delegate: Words {
                required property string modelData
                width: body.width
                text: modelData
                units: 6 * body.zoom
                lineHeight: 1.15
                font.weight: Font.Bold
                horizontalAlignment: Text.AlignHCenter
            }
        }
    }
}
