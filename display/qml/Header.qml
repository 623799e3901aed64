import QtQuick
import MotCua
import Display

// The crimson band: who we are, which zone, the time.
Rectangle {
    id: band

    required property HeaderViewModel header
    property bool portrait: false

    readonly property list<string> weekdays: [qsTr("Thứ Hai"), qsTr("Thứ Ba"), qsTr("Thứ Tư"), qsTr("Thứ Năm"), qsTr("Thứ Sáu"), qsTr("Thứ Bảy"), qsTr("Chủ Nhật")]
    readonly property string weekday: header.weekday < 0 ? "" : weekdays[header.weekday]

    height: Math.round((portrait ? 15 : 10) * Theme.u)
    color: Theme.brand

    Rectangle {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: Math.round(0.4 * Theme.u)
        color: Theme.contrast ? Theme.brandInk : Theme.gold
    }
    Column {
        anchors { left: parent.left; leftMargin: 2.4 * Theme.u; right: right.left; rightMargin: 2.4 * Theme.u; verticalCenter: parent.verticalCenter }
        spacing: 0

        Words {
            objectName: "centre-name"
            width: parent.width
            height: Math.round((band.portrait ? 9.6 : 8.6) * Theme.u)
            text: band.header.title === "" ? qsTr("Bộ phận một cửa") : band.header.title
            units: 4
            font.weight: Font.Bold
            color: Theme.brandInk
            lineHeight: 1.12
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.size(2.8)
            maximumLineCount: 2
            elide: Text.ElideRight
        }
        Words {
            visible: band.portrait && text !== ""
            width: parent.width
            text: band.header.place
            units: 3.2
            color: Theme.brandInk
            lineHeight: 1.15
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
        }
    }
    Row {
        id: right
        anchors { right: parent.right; rightMargin: 2.4 * Theme.u; verticalCenter: parent.verticalCenter }
        spacing: 2.8 * Theme.u

        Rectangle {
            objectName: "zone"
            visible: !band.portrait && band.header.place !== ""
            anchors.verticalCenter: parent.verticalCenter
            width: zone.implicitWidth + 3.6 * Theme.u
            height: Math.round(6 * Theme.u)
            radius: height / 2
            color: Theme.brandPressed

            Words {
                id: zone
                anchors.centerIn: parent
                text: band.header.place
                units: 3.4
                font.weight: Font.DemiBold
                color: Theme.brandInk
                wrapMode: Text.NoWrap
            }
        }
        Column {
            anchors.verticalCenter: parent.verticalCenter
            visible: band.header.weekday >= 0
            Words {
                anchors.right: parent.right
                text: band.weekday
                units: 2.6
                lineHeight: 1.2
                color: Theme.brandInk
                wrapMode: Text.NoWrap
            }
            Words {
                anchors.right: parent.right
                text: band.header.date
                units: 2.6
                lineHeight: 1.2
                color: Theme.brandInk
                wrapMode: Text.NoWrap
            }
        }
        Words {
            objectName: "clock"
            anchors.verticalCenter: parent.verticalCenter
            text: band.header.clock
            units: 6
            lineHeight: 1
            font.weight: Font.Bold
            color: Theme.brandInk
            wrapMode: Text.NoWrap
        }
    }
}
