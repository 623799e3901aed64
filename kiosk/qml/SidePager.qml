import QtQuick
import MotCua

// Turns the sheets of a list that stands beside it.
Column {
    id: pager

    property int sheet: 0
    property int sheets: 1
    signal turned(int by)

    visible: sheets > 1
    width: Math.max(Theme.touch, 10 * Theme.u)
    spacing: 1.2 * Theme.u

    TouchArea {
        objectName: "page-previous"
        width: parent.width
        height: (pager.height - count.height) / 2 - pager.spacing
        text: qsTr("Trang trước")
        usable: pager.sheet > 0
        onActivated: pager.turned(-1)
        Icon {
            anchors.centerIn: parent
            name: "chevron-up"
            units: 6
            color: parent.mark
        }
    }
    Words {
        id: count
        width: parent.width
        height: 5 * Theme.u
        text: (pager.sheet + 1) + "/" + pager.sheets
        units: 3
        font.weight: Font.DemiBold
        horizontalAlignment: Text.AlignHCenter
    }
    TouchArea {
        objectName: "page-next"
        width: parent.width
        height: (pager.height - count.height) / 2 - pager.spacing
        text: qsTr("Trang sau")
        usable: pager.sheet < pager.sheets - 1
        onActivated: pager.turned(1)
        Icon {
            anchors.centerIn: parent
            name: "chevron-down"
            units: 6
            color: parent.mark
        }
    }
}
