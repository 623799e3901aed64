import QtQuick
import MotCua
import Counter

// One line above the keys: what came of the last act, and how to take it back. Keeps its room when empty.
Item {
    id: bar

    required property Acts acts
    required property string language

    readonly property bool refused: acts.noticeKind === "refused"
    readonly property bool warns: acts.noticeKind === "warning"
    readonly property color tone: refused ? Theme.danger : warns ? Theme.warning : Theme.success

    readonly property bool narrow: width < Theme.size(60)

    implicitHeight: Theme.size(narrow ? 5.4 : 5)

    Rectangle {
        anchors.fill: parent
        visible: bar.acts.noticeKind !== ""
        radius: Theme.corner * 0.6
        color: Qt.alpha(bar.tone, 0.09)
        border.width: Theme.border
        border.color: Qt.alpha(bar.tone, 0.5)
        Accessible.role: Accessible.AlertMessage
        Accessible.name: words.text

        Icon {
            id: sign
            name: bar.refused ? "alert-circle" : bar.warns ? "cash-clock" : "check-circle"
            units: 2.6
            color: bar.tone
            anchors { left: parent.left; leftMargin: Theme.size(1.4); verticalCenter: parent.verticalCenter }
        }
        Words {
            id: words
            objectName: "notice"
            text: bar.warns ? qsTr("%1 chưa nộp lệ phí %2. Nhấn lần nữa để vẫn hoàn thành.").arg(bar.acts.noticeNumber).arg(bar.acts.noticeText) : bar.refused ? Meanings.refusal(bar.acts.noticeCode, bar.acts.noticeText, bar.language) : Meanings.done(bar.acts.noticeAct, bar.acts.noticeNumber)
            units: bar.narrow ? 1.75 : 2
            font.weight: Font.DemiBold
            lineHeight: 1.1
            color: bar.tone
            maximumLineCount: 2
            elide: Text.ElideRight
            anchors {
                left: sign.right
                leftMargin: Theme.size(1)
                right: undo.visible ? undo.left : parent.right
                rightMargin: Theme.size(1.2)
                verticalCenter: parent.verticalCenter
            }
        }
        ActKey {
            id: undo
            objectName: "undo"
            visible: bar.acts.undoAct !== ""
            enabled: bar.acts.undoAct === "reinstate" ? bar.acts.canReinstate : bar.acts.canCallTicket
            text: bar.acts.undoAct === "reinstate" ? qsTr("Hoàn tác") : qsTr("Gọi lại số này")
            icon: "undo"
            keyName: bar.narrow ? "" : "Ctrl+Z"
            units: 1.7
            height: parent.height - Theme.size(0.9)
            anchors { right: parent.right; rightMargin: Theme.size(0.45); verticalCenter: parent.verticalCenter }
            onActivated: bar.acts.undo()
        }
    }
}
