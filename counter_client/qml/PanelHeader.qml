pragma ComponentBehavior: Bound
import QtQuick
import MotCua
import Counter

// The centre's name and the counter's number over every page of the panel.
Rectangle {
    id: header

    required property Panel panel

    implicitHeight: Theme.size(13)
    color: Theme.brand

    Words {
        text: header.panel.centre
        units: 3.2
        font.weight: Font.DemiBold
        lineHeight: 1.2
        maximumLineCount: 2
        elide: Text.ElideRight
        color: Theme.brandInk
        anchors { left: parent.left; leftMargin: Theme.size(4); right: languages.left; rightMargin: Theme.size(3); verticalCenter: parent.verticalCenter }
    }
    Row {
        id: languages
        spacing: Theme.size(1)
        anchors { right: parent.right; rightMargin: Theme.size(3); verticalCenter: parent.verticalCenter }
        Repeater {
            model: ["vi", "en"]
            Rectangle {
                id: one
                required property string modelData
                readonly property bool used: modelData === header.panel.language
                objectName: "language-" + modelData
                width: Theme.size(10)
                height: Theme.size(8)
                radius: Theme.corner * 0.6
                color: used ? Theme.brandInk : "transparent"
                border.width: Theme.border
                border.color: Theme.brandInk
                Accessible.role: Accessible.RadioButton
                Accessible.name: modelData === "vi" ? "Tiếng Việt" : "English"
                Words {
                    text: one.modelData.toUpperCase()
                    units: 3.4
                    font.weight: Font.Bold
                    lineHeight: 1
                    color: one.used ? Theme.brand : Theme.brandInk
                    anchors.centerIn: parent
                }
                TapHandler { onTapped: header.panel.useLanguage(one.modelData) }
            }
        }
    }
}
