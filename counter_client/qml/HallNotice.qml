import QtQuick
import MotCua
import Counter

// What came of the supervisor's last act.
Rectangle {
    id: bar

    required property HallActs acts
    required property string language

    readonly property bool refused: acts.noticeCode !== ""
    readonly property color tone: refused ? Theme.danger : Theme.success

    visible: acts.noticeAct !== ""
    implicitHeight: Theme.size(5)
    radius: Theme.corner * 0.6
    color: Qt.alpha(tone, 0.09)
    border.width: Theme.border
    border.color: Qt.alpha(tone, 0.5)
    Accessible.role: Accessible.AlertMessage
    Accessible.name: words.text

    Icon {
        id: sign
        name: bar.refused ? "alert-circle" : "check-circle"
        units: 2.6
        color: bar.tone
        anchors { left: parent.left; leftMargin: Theme.size(1.4); verticalCenter: parent.verticalCenter }
    }
    Words {
        id: words
        objectName: "notice"
        text: bar.refused ? Meanings.refusal(bar.acts.noticeCode, bar.acts.noticeText, bar.language) : Meanings.done(bar.acts.noticeAct, bar.acts.noticeNumber)
        units: 2
        font.weight: Font.DemiBold
        lineHeight: 1.1
        color: bar.tone
        maximumLineCount: 2
        elide: Text.ElideRight
        anchors { left: sign.right; leftMargin: Theme.size(1); right: parent.right; rightMargin: Theme.size(1.2); verticalCenter: parent.verticalCenter }
    }
}
