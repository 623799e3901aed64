pragma ComponentBehavior: Bound
import QtQuick
import MotCua
import Counter

// The visit at this counter: whose turn it is, why, and what the clerk should know.
Card {
    id: card

    required property Console place
    required property Visit visit

    readonly property string phase: place.phase
    readonly property bool busy: phase === "called" || phase === "serving"
    readonly property color tone: phase === "called" ? Theme.appointment : Theme.success

    Accessible.role: Accessible.Grouping
    Accessible.name: card.visit.number

    Rectangle {                                     // the state's colour along the edge
        visible: card.busy
        width: Theme.size(0.9)
        radius: width / 2
        color: card.tone
        anchors { left: parent.left; top: parent.top; bottom: parent.bottom; margins: Theme.size(1.2) }
    }

    Item {
        id: body
        visible: card.busy
        anchors { fill: parent; leftMargin: Theme.size(4); rightMargin: Theme.size(3); topMargin: Theme.size(2.2); bottomMargin: Theme.size(2) }

        Chip {
            id: state
            text: card.phase === "called" ? qsTr("Đang gọi") : qsTr("Đang phục vụ")
            icon: card.phase === "called" ? "bullhorn" : "account-check"
            tint: card.tone
            units: 2
            anchors { left: parent.left; top: parent.top }
        }
        Words {
            id: elapsed
            objectName: "elapsed"
            text: card.place.elapsed
            units: 4
            font.weight: Font.DemiBold
            lineHeight: 1
            color: card.place.late ? Theme.warning : Theme.ink
            wrapMode: Text.NoWrap
            anchors { right: parent.right; verticalCenter: state.verticalCenter }
        }
        Words {
            text: card.phase === "called" ? (card.place.late ? qsTr("Chưa thấy khách") : qsTr("từ lúc gọi"))
                : card.place.late ? qsTr("Lâu hơn thường lệ (%1 phút)").arg(card.visit.typicalMinutes) : qsTr("thường %1 phút").arg(card.visit.typicalMinutes)
            units: 1.8
            lineHeight: 1
            font.weight: card.place.late ? Font.DemiBold : Font.Normal
            color: card.place.late ? Theme.warning : Theme.quiet
            wrapMode: Text.NoWrap
            anchors { right: elapsed.left; rightMargin: Theme.size(1.2); verticalCenter: state.verticalCenter }
        }

        Column {
            id: who
            anchors { left: parent.left; right: parent.right; top: state.bottom; topMargin: Theme.size(1) }
            Words {
                objectName: "current-number"
                text: card.visit.number
                font.features: ({ "tnum": 0 })
                units: 12
                font.weight: Font.Bold
                lineHeight: 1
                color: Theme.brand
                wrapMode: Text.NoWrap
            }
            Words {
                width: parent.width
                text: card.visit.service
                units: 3
                font.weight: Font.Bold
                lineHeight: 1.2
                maximumLineCount: 2
                elide: Text.ElideRight
            }
            Item { width: 1; height: Theme.size(0.8) }
            Row {
                spacing: Theme.size(0.8)
                width: parent.width
                Icon {
                    id: whyIcon
                    name: card.visit.priority !== "" ? "account-star" : "information-outline"
                    units: 2.4
                    color: card.visit.priority !== "" ? Theme.priority : Theme.quiet
                    anchors.verticalCenter: parent.verticalCenter
                }
                Words {
                    objectName: "why"
                    width: parent.width - whyIcon.width - parent.spacing
                    text: Meanings.reason(card.visit.reason, card.visit.priority)
                    units: 2.1
                    lineHeight: 1.2
                    color: card.visit.priority !== "" ? Theme.priority : Theme.quiet
                    anchors.verticalCenter: parent.verticalCenter
                }
            }
        }

        Rectangle {
            id: rule
            anchors { left: parent.left; right: parent.right; top: who.bottom; topMargin: Theme.size(1.6) }
            height: Math.max(1, Theme.border * 0.5)
            color: Theme.line
        }

        Flickable {
            id: more
            clip: true
            interactive: contentHeight > height
            boundsBehavior: Flickable.StopAtBounds
            contentHeight: facts.height
            anchors { left: parent.left; right: parent.right; top: rule.bottom; topMargin: Theme.size(1.2); bottom: parent.bottom }
            Flow {
                id: facts
                width: parent.width
                Repeater {
                    model: card.visit.facts
                    VisitFact { width: kind === "note" || kind === "procedure" || kind === "dossier-state" ? facts.width : facts.width / 2 }
                }
            }
        }
        ScrollMark { view: more }
    }

    Column {                                        // nobody at the counter
        objectName: "no-visit"
        visible: !card.busy
        width: parent.width - Theme.size(8)
        anchors.centerIn: parent
        spacing: Theme.size(1.4)
        Icon {
            name: card.phase === "paused" ? "coffee-outline" : card.phase === "closed" ? "door-closed" : card.phase === "connecting" ? "lan-pending" : card.place.waiting > 0 ? "account-group-outline" : "check-circle-outline"
            units: 9
            color: card.phase === "idle" && card.place.waiting === 0 ? Theme.success : Theme.quiet
            anchors.horizontalCenter: parent.horizontalCenter
        }
        Words {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: card.phase === "paused" ? qsTr("Quầy đang tạm nghỉ")
                : card.phase === "closed" ? qsTr("Quầy đang đóng")
                : card.phase === "connecting" ? qsTr("Đang kết nối với máy chủ hàng đợi…")
                : card.place.waiting > 0 ? qsTr("Có %n người đang chờ", "", card.place.waiting)
                : qsTr("Không có ai chờ")
            units: 3.6
            font.weight: Font.Bold
        }
        Words {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            visible: text !== ""
            text: card.phase === "paused" ? card.place.pauseReason
                : card.phase === "closed" ? qsTr("Mở quầy để bắt đầu gọi số.")
                : card.phase !== "idle" ? ""
                : card.place.waiting > 0 ? qsTr("Nhấn F1 để gọi người tiếp theo.")
                : qsTr("Số mới lấy sẽ hiện ra ở bên phải.")
            units: 2.2
            color: Theme.quiet
        }
    }
}
