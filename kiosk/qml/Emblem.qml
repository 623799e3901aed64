import QtQuick
import MotCua

// The centre's mark beside its name.
Rectangle {
    width: 8 * Theme.u
    height: width
    radius: width / 2
    color: "transparent"
    border.width: Theme.border * 1.5
    border.color: Theme.gold
    Icon {
        anchors.centerIn: parent
        name: "star"
        units: 5 / Theme.textScale
        color: Theme.gold
    }
}
