pragma ComponentBehavior: Bound
import QtQuick
import MotCua
import Counter

// Send the visit on to another service or counter; typing narrows the choice, Enter takes the marked one.
Overlay {
    id: dialog

    required property Acts acts
    required property HallLists lists
    required property string number

    property bool keepPlace: true

    title: qsTr("Chuyển %1 đến").arg(number)
    boxWidth: Theme.size(96)
    boxHeight: Theme.size(84)
    onVisibleChanged: {
        if (!visible)
            return;
        query.text = "";
        lists.search("");
        list.currentIndex = 0;
        query.take();
    }

    function go(kind: string, key: string) {
        if (!dialog.acts.canTransfer)
            return;
        if (kind === "service")
            dialog.acts.transferToService(key, dialog.keepPlace);
        else
            dialog.acts.transferToCounter(key, dialog.keepPlace);
        dialog.dismissed();
    }

    onDigitTyped: digit => {
        query.text += digit;
        dialog.lists.search(query.text);
        list.currentIndex = 0;
    }

    onTaken: {
        if (list.currentItem)
            (list.currentItem as TargetRow).choose();
    }

    Keys.onDownPressed: list.incrementCurrentIndex()
    Keys.onUpPressed: list.decrementCurrentIndex()

    Field {
        id: query
        objectName: "transfer-search"
        width: parent.width
        icon: "magnify"
        hint: qsTr("Tìm dịch vụ hoặc quầy, không cần dấu")
        onEdited: { dialog.lists.search(text); list.currentIndex = 0; }
        onAccepted: dialog.taken()
    }
    ListView {
        id: list
        objectName: "targets"
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        highlightMoveDuration: 0
        anchors { left: parent.left; right: parent.right; top: query.bottom; topMargin: Theme.size(1.4); bottom: keep.top; bottomMargin: Theme.size(1.4) }
        model: dialog.lists.targets
        section.property: "kind"
        section.delegate: Words {
            required property string section
            width: ListView.view.width
            height: Theme.size(4.2)
            text: section === "service" ? qsTr("Dịch vụ") : qsTr("Quầy")
            units: 1.8
            font.weight: Font.DemiBold
            color: Theme.quiet
        }
        delegate: TargetRow {
            width: ListView.view.width
            marked: ListView.isCurrentItem
            onChosen: dialog.go(kind, key)
        }
    }
    ScrollMark { view: list }
    Words {
        visible: list.count === 0
        anchors.centerIn: list
        text: qsTr("Không tìm thấy nơi nào như vậy")
        units: 2.2
        color: Theme.quiet
    }
    Toggle {
        id: keep
        objectName: "keep-place"
        text: qsTr("Giữ thứ tự theo giờ lấy số")
        checked: dialog.keepPlace
        anchors { left: parent.left; bottom: parent.bottom }
        onToggled: dialog.keepPlace = !dialog.keepPlace
    }
    Row {
        visible: !dialog.compact
        spacing: Theme.size(0.8)
        anchors { right: parent.right; verticalCenter: keep.verticalCenter }
        KeyCap { text: "↑ ↓"; units: 1.5; anchors.verticalCenter: parent.verticalCenter }
        Words { text: qsTr("chọn"); units: 1.7; color: Theme.quiet; anchors.verticalCenter: parent.verticalCenter }
        KeyCap { text: "Enter"; units: 1.5; anchors.verticalCenter: parent.verticalCenter }
        Words { text: qsTr("chuyển"); units: 1.7; color: Theme.quiet; anchors.verticalCenter: parent.verticalCenter }
    }
}
