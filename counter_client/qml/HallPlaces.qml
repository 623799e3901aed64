pragma ComponentBehavior: Bound
import QtQuick
import MotCua
import Counter

// Every counter of the hall; touching an open one gives it other services.
Card {
    id: card

    required property Supervisor hall
    signal chosen(string key, string number)

    clip: true

    Words {
        id: heading
        text: qsTr("Các quầy")
        units: 2.1
        font.weight: Font.Bold
        anchors { left: parent.left; top: parent.top; leftMargin: Theme.size(2.2); topMargin: Theme.size(1.4) }
    }
    Words {
        visible: card.width > Theme.size(56)
        text: qsTr("Chọn quầy đang mở để đổi dịch vụ")
        units: 1.7
        color: Theme.quiet
        anchors { right: parent.right; rightMargin: Theme.size(2.2); verticalCenter: heading.verticalCenter }
    }
    GridView {
        id: grid
        objectName: "places"
        clip: true
        interactive: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds
        cellWidth: Math.floor(width / Math.max(1, Math.floor(width / Theme.size(25))))
        cellHeight: Theme.size(15.4)
        anchors { left: parent.left; right: parent.right; top: heading.bottom; bottom: parent.bottom; leftMargin: Theme.size(1.6); rightMargin: Theme.size(1.6); topMargin: Theme.size(0.8); bottomMargin: Theme.size(1) }
        model: card.hall.places
        delegate: PlaceCell {
            width: grid.cellWidth
            height: grid.cellHeight
            onActivated: card.chosen(key, number)
        }
    }
    ScrollMark { view: grid }
}
