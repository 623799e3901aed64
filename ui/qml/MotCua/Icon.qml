import QtQuick
import MotCua.Core

// One icon of the house's set, by its name.
Text {
    property string name: ""
    property real units: 4

    text: name === "" ? "" : Icons.glyph(name)
    font.family: Icons.family
    font.pixelSize: Theme.size(units)
    color: Theme.ink
    textFormat: Text.PlainText
    horizontalAlignment: Text.AlignHCenter
    verticalAlignment: Text.AlignVCenter
}
