import QtQuick

// Says that the hub is away and since when; takes no room while all is well.
Rectangle {
    id: banner

    property bool away: false
    property string since: ""
    property real units: 3

    height: away ? row.implicitHeight + 2 * Theme.u : 0
    visible: away
    color: Theme.contrast ? Theme.gold : Theme.warning
    Accessible.role: Accessible.AlertMessage
    Accessible.name: words.text

    Row {
        id: row
        anchors.centerIn: parent
        spacing: 1.5 * Theme.u
        Icon {
            name: "lan-disconnect"
            units: banner.units * 1.2
            color: Theme.night || Theme.contrast ? Theme.goldInk : Theme.brandInk
            anchors.verticalCenter: parent.verticalCenter
        }
        Words {
            id: words
            text: banner.since === "" ? qsTr("Mất kết nối – đang thử lại") : qsTr("Mất kết nối – tin cuối lúc %1").arg(banner.since)
            units: banner.units
            font.weight: Font.DemiBold
            color: Theme.night || Theme.contrast ? Theme.goldInk : Theme.brandInk
            wrapMode: Text.NoWrap
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
