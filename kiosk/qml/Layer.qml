import QtQuick

// What lies over everything for a while; made when it is wanted, gone after.
Loader {
    id: layer

    property bool wanted: false

    anchors.fill: parent
    active: wanted
}
