import QtQuick
import MotCua
import Counter

// Somebody in the hall asks for a member of staff: where, since when, and "I am coming". No room while nobody does.
Rectangle {
    id: banner

    required property HelpCalls help
    property real units: 2
    readonly property bool narrow: width < Theme.size(70)
    readonly property bool asked: help.station !== ""

    readonly property bool told: asked || help.asking     // one's own call stands here until somebody comes

    height: told ? Theme.size(units * (narrow ? 4.6 : 3)) : 0
    visible: told
    clip: true
    color: Qt.tint(Theme.surface, Qt.alpha(Theme.appointment, 0.1))
    Accessible.role: Accessible.AlertMessage
    Accessible.name: words.text

    Rectangle {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: Theme.border
        color: Qt.alpha(Theme.appointment, 0.5)
    }
    Icon {
        id: sign
        name: "hand-wave"
        units: banner.units * 1.3
        color: Theme.appointment
        anchors { left: parent.left; leftMargin: Theme.size(banner.narrow ? 1.4 : 2.4); verticalCenter: parent.verticalCenter }
    }
    Words {
        id: words
        objectName: "help"
        readonly property string place: Meanings.station(banner.help.kind, banner.help.name)
        readonly property string since: banner.help.minutes < 1 ? qsTr("vừa xong") : qsTr("%1 phút").arg(banner.help.minutes)
        text: !banner.asked ? qsTr("Bạn đã gọi người giúp, đang chờ người đến") : banner.help.others > 0 ? qsTr("%1 cần người giúp (%2), và %n nơi khác", "", banner.help.others).arg(place).arg(since) : qsTr("%1 cần người giúp (%2)").arg(place).arg(since)
        units: banner.units
        font.weight: Font.DemiBold
        lineHeight: 1.15
        color: Theme.appointment
        maximumLineCount: 2
        elide: Text.ElideRight
        anchors { left: sign.right; leftMargin: Theme.size(1); right: go.visible ? go.left : parent.right; rightMargin: Theme.size(1.2); verticalCenter: parent.verticalCenter }
    }
    ActKey {
        id: go
        objectName: "answer-help"
        visible: banner.asked
        enabled: banner.help.can
        text: qsTr("Tôi đến ngay")
        keyName: banner.narrow ? "" : "Ctrl+H"
        units: banner.units * 0.88
        height: Theme.size(banner.units * 2.3)
        anchors { right: parent.right; rightMargin: Theme.size(banner.narrow ? 1 : 2); verticalCenter: parent.verticalCenter }
        onActivated: banner.help.answer()
    }
}
