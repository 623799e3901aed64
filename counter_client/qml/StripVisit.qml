import QtQuick
import MotCua
import Counter

// The visit in the strip: the number, its time, what for and why.
Card {
    id: card

    required property Console place
    required property Visit visit

    readonly property string phase: place.phase
    readonly property bool busy: phase === "called" || phase === "serving"

    height: Theme.size(22)

    Item {
        visible: card.busy
        anchors { fill: parent; margins: Theme.size(1.4) }
        Words {
            id: number
            objectName: "current-number"
            text: card.visit.number
            font.features: ({ "tnum": 0 })
            units: 8
            font.weight: Font.Bold
            lineHeight: 1
            color: Theme.brand
            wrapMode: Text.NoWrap
            anchors { left: parent.left; top: parent.top }
        }
        Column {
            anchors { right: parent.right; verticalCenter: number.verticalCenter }
            spacing: Theme.size(0.6)
            Chip {
                text: card.phase === "called" ? qsTr("Đang gọi") : qsTr("Đang phục vụ")
                tint: card.phase === "called" ? Theme.appointment : Theme.success
                anchors.right: parent.right
            }
            Words {
                objectName: "elapsed"
                text: card.place.elapsed
                units: 3
                font.weight: Font.DemiBold
                lineHeight: 1
                color: card.place.late ? Theme.warning : Theme.ink
                wrapMode: Text.NoWrap
                anchors.right: parent.right
            }
        }
        Column {
            anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
            spacing: Theme.size(0.3)
            Words {
                width: parent.width
                text: card.visit.service
                units: 2.1
                font.weight: Font.Bold
                lineHeight: 1.15
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
            }
            Words {
                objectName: "why"
                width: parent.width
                text: Meanings.reason(card.visit.reason, card.visit.priority)
                units: 1.8
                lineHeight: 1.15
                color: card.visit.priority !== "" ? Theme.priority : Theme.quiet
                maximumLineCount: card.visit.note !== "" ? 1 : 2
                elide: Text.ElideRight
            }
            Words {
                objectName: "note"
                width: parent.width
                visible: card.visit.note !== ""
                text: card.visit.note
                units: 1.8
                lineHeight: 1.15
                font.weight: Font.DemiBold
                color: Theme.warning
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
            }
        }
    }
    Words {
        visible: !card.busy
        width: parent.width - Theme.size(4)
        anchors.centerIn: parent
        horizontalAlignment: Text.AlignHCenter
        text: card.phase === "paused" ? qsTr("Quầy đang tạm nghỉ")
            : card.phase === "closed" ? qsTr("Quầy đang đóng")
            : card.phase === "connecting" ? qsTr("Đang kết nối với máy chủ hàng đợi…")
            : card.place.waiting > 0 ? qsTr("Có %n người đang chờ", "", card.place.waiting)
            : qsTr("Không có ai chờ")
        units: 2.8
        font.weight: Font.Bold
    }
}
