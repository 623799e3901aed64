import QtQuick

// Text in the house's type: wrapped, whole diacritics, tabular digits.
Text {
    property real units: 3.2

    font.pixelSize: Theme.size(units)
    font.features: { "tnum": 1 }
    color: Theme.ink
    wrapMode: Text.Wrap
    lineHeight: 1.3
    textFormat: Text.PlainText
    verticalAlignment: Text.AlignVCenter
}
