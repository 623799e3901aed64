pragma ComponentBehavior: Bound
import QtQuick
import MotCua
import Counter

// A number for somebody who came straight to the counter.
Overlay {
    id: dialog

    required property Acts acts
    required property FrontDesk front
    property string priority: ""

    title: qsTr("Cấp số tại quầy")
    boxWidth: Theme.size(86)
    boxHeight: Theme.size(76)
    onVisibleChanged: {
        if (!visible)
            return;
        priority = "";
        query.text = "";
        front.searchLines("");
        list.currentIndex = 0;
        query.take();
    }

    function issue(service: string) {
        if (!dialog.acts.canIssue)
            return;
        dialog.acts.issueTicket(service, dialog.priority);
        dialog.dismissed();
    }

    Keys.onDownPressed: list.incrementCurrentIndex()
    Keys.onUpPressed: list.decrementCurrentIndex()

    Field {
        id: query
        objectName: "walk-in-search"
        width: parent.width
        icon: "magnify"
        hint: qsTr("Tìm dịch vụ, không cần dấu")
        onEdited: { dialog.front.searchLines(text); list.currentIndex = 0; }
        onAccepted: if (list.currentItem) (list.currentItem as TargetRow).choose()
    }
    ListView {
        id: list
        objectName: "walk-in-lines"
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        highlightMoveDuration: 0
        anchors { left: parent.left; right: parent.right; top: query.bottom; topMargin: Theme.size(1.2); bottom: reasons.top; bottomMargin: Theme.size(1.2) }
        model: dialog.front.lines
        delegate: TargetRow {
            required property string prefix
            required property bool issuing
            width: ListView.view.width
            kind: "service"
            badge: prefix
            detail: issuing ? "" : qsTr("đang ngừng cấp số")
            open: true
            marked: ListView.isCurrentItem
            onChosen: dialog.issue(key)
        }
    }
    ScrollMark { view: list }
    Words {
        visible: list.count === 0
        anchors.centerIn: list
        text: qsTr("Không tìm thấy dịch vụ nào như vậy")
        units: 2.2
        color: Theme.quiet
    }
    Flow {
        id: reasons
        width: parent.width
        spacing: Theme.size(0.8)
        anchors.bottom: parent.bottom
        Repeater {
            model: dialog.front.priorities
            ActKey {
                required property string key
                required property string name
                objectName: "walk-in-priority-" + key
                units: dialog.compact ? 1.45 : 1.6
                width: Math.min(implicitWidth, reasons.width)
                text: key === "" ? qsTr("Không ưu tiên") : name
                icon: dialog.priority === key ? "radiobox-marked" : "radiobox-blank"
                look: dialog.priority === key ? "suggested" : "plain"
                onActivated: { dialog.priority = key; query.take(); }
            }
        }
    }
}
