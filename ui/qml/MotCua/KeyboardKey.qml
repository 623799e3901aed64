import QtQuick

// One key. `key` is what it sends; `label` what stands on it.
TouchArea {
    id: cap

    property string key: ""
    property string label: key
    property string hint: ""
    property string icon: ""
    property real span: 1

    objectName: "key-" + key
    text: label
    radius: Theme.corner * 0.7

    Column {
        anchors.centerIn: parent
        Icon {
            visible: cap.icon !== ""
            anchors.horizontalCenter: parent.horizontalCenter
            name: cap.icon
            units: 3.8
            color: cap.words
        }
        Words {
            visible: cap.icon === ""
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(implicitWidth, cap.width - 0.6 * Theme.u)
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.size(1.8)
            horizontalAlignment: Text.AlignHCenter
            text: cap.label
            units: cap.hint === "" ? 3.8 : 3
            lineHeight: 1
            wrapMode: Text.NoWrap
            font.weight: Font.DemiBold
            color: cap.words
        }
    }
}
