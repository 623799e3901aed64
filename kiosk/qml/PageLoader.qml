pragma ComponentBehavior: Bound
import QtQuick

// One page: made when it is first shown (or a little after the start), kept from then on.
Loader {
    id: loader

    required property var names
    required property string now
    readonly property bool current: names.indexOf(now) >= 0
    property bool wanted: false

    anchors.fill: parent
    active: current || wanted
    visible: current
    asynchronous: false

    Timer {
        interval: 1500
        running: true
        onTriggered: loader.wanted = true
    }
}
