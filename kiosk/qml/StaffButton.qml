import QtQuick
import MotCua

// One thing staff can do: half the width of its desk, or all of it.
BigButton {
    required property real desk
    property bool halved: false

    width: halved ? (desk - 1.6 * Theme.u) / 2 : desk
    height: Math.max(Theme.touch, 9.6 * Theme.u)
    units: 2.9 / Theme.textScale
}
