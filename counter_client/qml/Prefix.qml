import QtQuick
import MotCua

// The letter a line's numbers begin with.
Rectangle {
    id: badge

    property string text: ""
    property color ink: Theme.ink

    width: Math.max(Theme.size(4.4), letters.implicitWidth + Theme.size(1.2))
    height: Theme.size(3.4)
    radius: Theme.corner * 0.4
    color: Theme.pressed
    Words {
        id: letters
        text: badge.text
        units: 2
        font.weight: Font.Bold
        lineHeight: 1
        color: badge.ink
        wrapMode: Text.NoWrap
        anchors.centerIn: parent
    }
}
