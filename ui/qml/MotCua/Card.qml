import QtQuick

// A surface that groups things.
Rectangle {
    color: Theme.surface
    border.color: Theme.line
    border.width: Theme.border
    radius: Theme.corner
}
