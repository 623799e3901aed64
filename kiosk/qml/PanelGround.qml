pragma ComponentBehavior: Bound
import QtQuick
import MotCua

// The ground all pages speak from. There is one of it: large round things cost the software renderer megabytes.
Rectangle {
    id: ground
    objectName: "ground"

    property bool portrait: true
    // The reach of an arm: what is touched lies in the lower 62 % of the whole window.
    property real windowHeight: parent?.height ?? 0
    property real stageY: 0
    // A page with a keyboard on a 4:3 screen: ten keys of 20 mm need the room.
    property bool typing: false
    readonly property bool slim: typing && !portrait && (parent?.width ?? 0) < 150 * Theme.u

    width: portrait ? (parent?.width ?? 0) : Math.round((parent?.width ?? 0) * (slim ? 0.235 : 0.34))
    height: portrait ? Math.round(windowHeight * 0.38 - stageY) : (parent?.height ?? 0)
    color: Theme.contrast ? Theme.paper : Theme.brand
    clip: true

    // Rings like those of a bronze drum, a little lighter than the ground.
    Repeater {
        model: Theme.contrast ? 0 : 5
        Rectangle {
            required property int index
            readonly property real side: (24 + index * 14) * Theme.u
            width: side
            height: side
            radius: side / 2
            x: ground.width - side / 2 - (ground.portrait ? 6 : 2) * Theme.u
            y: ground.height - side / 2 - (ground.portrait ? 2 : 12) * Theme.u
            color: "transparent"
            border.width: Theme.border * (index % 2 === 0 ? 3 : 1)
            border.color: Qt.lighter(Theme.brand, 1.1)
        }
    }
    Rectangle {
        anchors { right: parent.right; bottom: parent.bottom }
        width: ground.portrait ? parent.width : 0.6 * Theme.u
        height: ground.portrait ? 0.6 * Theme.u : parent.height
        color: Theme.gold
    }
}
