pragma ComponentBehavior: Bound
import QtQuick
import MotCua
import Counter

// Find somebody by the number on the paper: call, put back in line, or change the priority.
Overlay {
    id: dialog

    required property Acts acts
    required property FrontDesk front
    signal priorityAsked(string ticket, string number, string priority)
    signal reprintAsked(string ticket, string number)

    title: qsTr("Tìm theo số")
    boxWidth: Theme.size(86)
    boxHeight: Theme.size(60)
    onVisibleChanged: if (visible) { query.text = ""; front.find(""); query.take(); }

    function act(key: string, act: string) {
        if (act === "reinstate" ? dialog.acts.canReinstate : dialog.acts.canCallTicket) {
            if (act === "reinstate")
                dialog.acts.reinstate(key);
            else
                dialog.acts.callTicket(key);
            dialog.dismissed();
        }
    }

    onDigitTyped: digit => {
        query.text += digit;
        dialog.front.find(query.text);
        list.currentIndex = 0;
    }

    onTaken: {
        if (list.currentItem)
            (list.currentItem as FoundPerson).choose();
    }

    Keys.onDownPressed: list.incrementCurrentIndex()
    Keys.onUpPressed: list.decrementCurrentIndex()

    Field {
        id: query
        objectName: "find-number"
        width: parent.width
        icon: "magnify"
        hint: qsTr("Gõ số, ví dụ A012 hoặc 12")
        maximumLength: 8
        onEdited: { dialog.front.find(text); list.currentIndex = 0; }
        onAccepted: dialog.taken()
    }
    ListView {
        id: list
        objectName: "found"
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        highlightMoveDuration: 0
        anchors { left: parent.left; right: parent.right; top: query.bottom; topMargin: Theme.size(1.2); bottom: parent.bottom }
        model: dialog.front.found
        delegate: FoundPerson {
            width: ListView.view.width
            acts: dialog.acts
            compact: dialog.compact
            marked: ListView.isCurrentItem
            onActed: dialog.act(key, act)
            onReprintWanted: dialog.reprintAsked(key, number)
            onPriorityWanted: dialog.priorityAsked(key, number, priorityKey)
        }
    }
    ScrollMark { view: list }
    Words {
        visible: list.count === 0
        width: list.width
        horizontalAlignment: Text.AlignHCenter
        anchors.centerIn: list
        text: query.text === "" ? qsTr("Người đang chờ, tạm gác hoặc vắng mặt ở mọi hàng") : qsTr("Không có ai đang chờ với số này")
        units: 2.1
        color: Theme.quiet
    }
}
