pragma ComponentBehavior: Bound
import QtQuick
import MotCua

// Vietnamese or English; the one in use stands out.
Row {
    id: languages

    property string language: "vi"
    property real units: 1.8
    signal chosen(string language)

    Repeater {
        model: ["vi", "en"]
        Rectangle {
            id: one
            required property string modelData
            readonly property bool used: modelData === languages.language
            objectName: "language-" + modelData
            width: Theme.size(languages.units * 2.2)
            height: Theme.size(languages.units * 2)
            radius: Theme.corner * 0.4
            color: used ? Theme.pressed : "transparent"
            activeFocusOnTab: true
            border.width: activeFocus ? Theme.border : 0
            border.color: Theme.brand
            Accessible.role: Accessible.RadioButton
            Accessible.name: modelData === "vi" ? "Tiếng Việt" : "English"
            Keys.onReturnPressed: languages.chosen(one.modelData)
            Words {
                text: one.modelData.toUpperCase()
                units: languages.units
                font.weight: one.used ? Font.Bold : Font.Normal
                color: one.used ? Theme.ink : Theme.quiet
                lineHeight: 1
                anchors.centerIn: parent
            }
            TapHandler { onTapped: languages.chosen(one.modelData) }
        }
    }
}
