import QtQuick
import MotCua

// A thin mark beside a list that is longer than its room.
Rectangle {
    id: mark

    required property Flickable view

    visible: view.visible && view.contentHeight > view.height + 1
    width: Theme.size(0.5)
    radius: width / 2
    color: Theme.line
    x: view.x + view.width + Theme.size(0.6)
    y: view.y + view.visibleArea.yPosition * view.height
    height: view.visibleArea.heightRatio * view.height
}
