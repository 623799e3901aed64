pragma ComponentBehavior: Bound
import QtQuick
import MotCua
import Counter

// The log as sentences: who did what and when, the newest first; narrowed by a number, a counter or a machine.
Overlay {
    id: dialog

    required property AuditTrail trail
    required property string language

    title: qsTr("Nhật ký: ai làm gì, lúc nào")
    leaveText: qsTr("Đóng")
    boxWidth: Theme.size(128)
    boxHeight: Theme.size(92)
    onVisibleChanged: if (visible) { query.text = ""; query.take(); dialog.trail.look(""); }

    Field {
        id: query
        objectName: "audit-query"
        icon: "magnify"
        hint: qsTr("Số phiếu hôm nay, số quầy hoặc tên máy")
        maximumLength: 40
        anchors { left: parent.left; right: find.left; rightMargin: Theme.size(1.1); top: parent.top }
        onAccepted: dialog.trail.look(text)
    }
    ActKey {
        id: find
        objectName: "audit-find"
        text: query.text.trim() === "" ? qsTr("Xem mới nhất") : qsTr("Lọc")
        keyName: "Enter"
        height: query.height
        width: Theme.size(29)
        anchors { right: parent.right; top: parent.top }
        onActivated: dialog.trail.look(query.text)
    }
    ListView {
        id: list
        objectName: "audit-lines"
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        anchors { left: parent.left; right: parent.right; top: query.bottom; topMargin: Theme.size(1.2); bottom: parent.bottom }
        model: dialog.trail.lines
        delegate: Item {
            id: row
            required property string key
            required property string day
            required property string hour
            required property string ev
            required property string byKind
            required property string byName
            required property string number
            required property string counter
            required property string to
            required property string service
            required property string reason
            required property string clerk
            required property string station
            required property string priority
            required property string amount
            required property string outcome
            required property int score
            objectName: "audit-" + ev
            width: ListView.view.width
            height: Math.max(Theme.size(4.4), said.implicitHeight + Theme.size(1.6))

            Rectangle {
                anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
                height: Math.max(1, Theme.border * 0.5)
                color: Theme.line
            }
            Words {
                id: time
                width: Theme.size(16)
                text: row.day + "  " + row.hour
                units: 1.8
                lineHeight: 1
                color: Theme.quiet
                wrapMode: Text.NoWrap
                anchors { left: parent.left; verticalCenter: parent.verticalCenter }
            }
            Words {
                id: doer
                width: Theme.size(24)
                text: AuditWords.who(row.byKind, row.byName)
                units: 1.9
                font.weight: Font.DemiBold
                lineHeight: 1
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
                anchors { left: time.right; leftMargin: Theme.size(1); verticalCenter: parent.verticalCenter }
            }
            Words {
                id: said
                objectName: "audit-said"
                text: dialog.language !== "" ? AuditWords.what(row) : ""
                units: 1.9
                lineHeight: 1.15
                maximumLineCount: 3
                elide: Text.ElideRight
                anchors { left: doer.right; leftMargin: Theme.size(1); right: parent.right; rightMargin: Theme.size(1.4); verticalCenter: parent.verticalCenter }
            }
        }
        footer: Item {
            width: ListView.view.width
            height: older.visible ? Theme.size(7) : 0
            ActKey {
                id: older
                objectName: "audit-older"
                visible: dialog.trail.more
                text: qsTr("Xem cũ hơn")
                icon: "chevron-down"
                anchors.centerIn: parent
                onActivated: dialog.trail.older()
            }
        }
    }
    ScrollMark { view: list }
    Words {
        objectName: "audit-nothing"
        visible: list.count === 0
        width: list.width - Theme.size(6)
        horizontalAlignment: Text.AlignHCenter
        anchors.centerIn: list
        text: dialog.trail.state === "asking" ? qsTr("Đang tìm…")
            : dialog.trail.state === "unknown" ? qsTr("Hôm nay không có số, quầy hoặc máy nào tên như vậy")
            : dialog.trail.state === "failed" ? Meanings.refusal(dialog.trail.code, "", dialog.language)
            : qsTr("Chưa có việc nào được ghi")
        units: 2.1
        color: Theme.quiet
    }
}
