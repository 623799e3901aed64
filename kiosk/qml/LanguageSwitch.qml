pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import MotCua

// VI | EN: one touch goes to the next language of the centre.
TouchArea {
    id: control
    objectName: "language"

    required property FrameModel frame
    readonly property var languages: frame.props.languages
    readonly property int current: languages.indexOf(frame.props.language)

    visible: languages.length > 1
    text: qsTr("Ngôn ngữ")
    width: languages.length * Theme.touch
    height: Theme.touch
    onActivated: frame.languageWanted(languages[(current + 1) % languages.length])

    Row {
        Repeater {
            model: control.languages
            Rectangle {
                required property string modelData
                required property int index
                readonly property bool chosen: index === control.current
                width: control.width / Math.max(1, control.languages.length)
                height: control.height
                radius: control.radius
                color: chosen ? Theme.brand : "transparent"
                Words {
                    anchors.centerIn: parent
                    text: parent.modelData.toUpperCase()
                    units: 3.2 / Theme.textScale
                    font.weight: Font.Bold
                    color: parent.chosen ? Theme.brandInk : Theme.ink
                }
            }
        }
    }
}
