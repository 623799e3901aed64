import QtQuick
import MotCua

// The clerk's face, or the first letters of the name where there is no photo.
Item {
    id: portrait

    property string photo: ""
    property string initials: ""
    property real units: 20

    width: Theme.size(units)
    height: width

    Rectangle {
        objectName: "initials"
        visible: picture.status !== Image.Ready
        anchors.fill: parent
        radius: width / 2
        color: Qt.tint(Theme.surface, Qt.alpha(Theme.brand, 0.12))
        Words {
            text: portrait.initials
            units: portrait.units * 0.4
            font.weight: Font.Bold
            lineHeight: 1
            color: Theme.brand
            anchors.centerIn: parent
        }
    }
    Image {
        id: picture
        objectName: "portrait"
        anchors.fill: parent
        source: portrait.photo
        visible: status === Image.Ready
        smooth: true
        mipmap: true
    }
}
