pragma ComponentBehavior: Bound
import QtQuick
import MotCua
import Counter

// Which lines a counter serves from now on; the first chosen comes first.
Overlay {
    id: dialog

    required property Supervisor hall
    required property HallActs acts
    required property string counter
    required property string number

    property list<string> picked: []

    title: qsTr("Dịch vụ của quầy %1").arg(number)
    boxWidth: Theme.size(84)
    boxHeight: Theme.size(70)
    onVisibleChanged: if (visible) { picked = acts.servicesOf(counter); dialog.forceActiveFocus(); }

    function toggle(service: string) {
        const at = picked.indexOf(service);
        picked = at < 0 ? picked.concat([service]) : picked.filter(one => one !== service);
    }

    ListView {
        id: list
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: confirm.top; bottomMargin: Theme.size(1.4) }
        model: dialog.hall.services
        delegate: Item {
            id: row
            required property string key
            required property string prefix
            required property string name
            required property int waiting
            readonly property int place: dialog.picked.indexOf(key) + 1
            width: ListView.view.width
            height: Theme.size(5)
            Toggle {
                id: mark
                objectName: "service-" + row.key
                text: row.prefix + "   " + row.name
                checked: row.place > 0
                most: told.x - Theme.size(1)
                anchors { left: parent.left; verticalCenter: parent.verticalCenter }
                onToggled: dialog.toggle(row.key)
            }
            Words {
                id: told
                text: row.place > 0 ? qsTr("thứ %1").arg(row.place) : qsTr("%1 người chờ").arg(row.waiting)
                units: 1.7
                lineHeight: 1
                color: row.place > 0 ? Theme.brand : Theme.quiet
                wrapMode: Text.NoWrap
                anchors { right: parent.right; rightMargin: Theme.size(1); verticalCenter: parent.verticalCenter }
            }
        }
    }
    ScrollMark { view: list }
    ActKey {
        id: confirm
        objectName: "confirm-assign"
        enabled: dialog.picked.length > 0 && dialog.acts.can
        text: qsTr("Áp dụng")
        look: "primary"
        anchors { right: parent.right; bottom: parent.bottom }
        onActivated: { dialog.acts.assign(dialog.counter, dialog.picked); dialog.dismissed(); }
    }
    Words {
        text: qsTr("Số chọn trước được phục vụ trước. Khi cán bộ mở lại quầy, quầy trở về dịch vụ thường ngày.")
        units: 1.7
        lineHeight: 1.2
        color: Theme.quiet
        maximumLineCount: 2
        elide: Text.ElideRight
        anchors { left: parent.left; right: confirm.left; rightMargin: Theme.size(2); verticalCenter: confirm.verticalCenter }
    }
}
