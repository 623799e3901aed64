import QtQuick
import MotCua

// Turns the sheets of a list: two large buttons, and where you are. Takes no room when there is one sheet.
Item {
    id: pager

    property int sheet: 0
    property int sheets: 1
    property bool upright: false
    signal turned(int by)

    visible: sheets > 1
    implicitHeight: visible ? Math.max(Theme.touch, 11 * Theme.u) : 0

    BigButton {
        objectName: "page-previous"
        anchors { left: parent.left; top: parent.top }
        width: (parent.width - count.width) / 2
        height: parent.implicitHeight
        units: 3.4
        icon: "chevron-left"
        text: qsTr("Trang trước")
        usable: pager.sheet > 0
        onActivated: pager.turned(-1)
    }
    Words {
        id: count
        anchors.centerIn: parent
        width: 16 * Theme.u
        text: (pager.sheet + 1) + " / " + pager.sheets
        units: 3.4
        font.weight: Font.DemiBold
        horizontalAlignment: Text.AlignHCenter
    }
    BigButton {
        objectName: "page-next"
        anchors { right: parent.right; top: parent.top }
        width: (parent.width - count.width) / 2
        height: parent.implicitHeight
        units: 3.4
        icon: "chevron-right"
        iconLast: true
        text: qsTr("Trang sau")
        usable: pager.sheet < pager.sheets - 1
        onActivated: pager.turned(1)
    }
}
