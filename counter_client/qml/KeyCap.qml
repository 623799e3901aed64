import QtQuick
import MotCua

// The name of a keyboard key, drawn as its cap.
Rectangle {
    id: cap

    property string text: ""
    property real units: 1.6
    property color ink: Theme.quiet

    width: Math.max(height * 1.25, letters.implicitWidth + Theme.size(units * 0.9))
    height: Theme.size(units * 1.7)
    radius: Theme.corner * 0.3
    color: "transparent"
    border.width: Math.max(1, Theme.border * 0.5)
    border.color: Qt.alpha(ink, 0.55)

    Words {
        id: letters
        text: cap.text
        units: cap.units
        font.weight: Font.Medium
        lineHeight: 1
        color: cap.ink
        wrapMode: Text.NoWrap
        anchors.centerIn: parent
    }
}
