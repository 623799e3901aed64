import QtQuick
import MotCua

// One calm sentence with its icon.
Rectangle {
    id: notice

    property string text: ""
    property string icon: "information-outline"
    property real units: 3
    property color tint: Theme.warning

    height: Math.max(10 * Theme.u, words.implicitHeight + 3.2 * Theme.u)
    radius: Theme.corner
    color: Theme.contrast ? Theme.paper : Qt.tint(Theme.paper, Qt.alpha(tint, 0.12))
    border.width: Theme.border
    border.color: tint
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    Icon {
        id: picture
        x: 2.4 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        name: notice.icon
        units: notice.units * 1.65 / Theme.textScale
        color: notice.tint
    }
    Words {
        id: words
        anchors { left: picture.right; right: parent.right; margins: 2 * Theme.u; verticalCenter: parent.verticalCenter }
        text: notice.text
        units: notice.units
        lineHeight: 1.2
        font.weight: Font.Medium
    }
}
