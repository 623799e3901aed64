import QtQuick
import MotCua

// A choice that is on or off.
Row {
    id: toggle

    property string text: ""
    property bool checked: false
    property real units: 1.9
    property real most: Infinity         // wider than this, its words end in dots
    signal toggled

    spacing: Theme.size(0.9)
    activeFocusOnTab: true
    Accessible.role: Accessible.CheckBox
    Accessible.name: toggle.text
    Accessible.checked: toggle.checked
    Keys.onSpacePressed: toggle.toggled()

    Icon {
        id: box
        name: toggle.checked ? "checkbox-marked" : "checkbox-blank-outline"
        units: toggle.units * 1.6
        color: toggle.checked || toggle.activeFocus ? Theme.brand : Theme.quiet
        anchors.verticalCenter: parent.verticalCenter
    }
    Words {
        text: toggle.text
        width: Math.min(implicitWidth, toggle.most - box.width - toggle.spacing)
        elide: Text.ElideRight
        units: toggle.units
        lineHeight: 1.1
        wrapMode: Text.NoWrap
        anchors.verticalCenter: parent.verticalCenter
    }
    TapHandler { onTapped: toggle.toggled() }
}
