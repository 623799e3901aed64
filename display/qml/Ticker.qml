import QtQuick
import MotCua
import Display

// The hotline stays; the other news follow one another, each long enough to be read.
Rectangle {
    id: band

    required property HeaderViewModel header

    readonly property list<string> news: {
        const found = header.message !== "" ? [header.message] : [];
        if (header.hours !== "")
            found.push(qsTr("Giờ làm việc: %1").arg(header.hours));
        if (header.dutyLeader !== "")
            found.push(qsTr("Lãnh đạo trực: %1").arg(header.dutyLeader));
        return found.concat(header.ticker);
    }
    property int place: 0
    readonly property string message: header.message
    readonly property string text: news.length > 0 ? news[place % news.length] : ""

    onMessageChanged: {
        place = 0;
        if (show.running)
            show.restart();
    }

    height: Math.round(7.6 * Theme.u)
    color: Theme.surface

    Rectangle {
        anchors { left: parent.left; right: parent.right; top: parent.top }
        height: Theme.border
        color: Theme.line
    }
    Row {
        id: hotline
        visible: band.header.hotline !== ""
        anchors { left: parent.left; leftMargin: 2.4 * Theme.u; verticalCenter: parent.verticalCenter }
        spacing: 1.2 * Theme.u
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: "phone-in-talk"
            units: 4
            color: Theme.gold
        }
        Words {
            objectName: "hotline"
            anchors.verticalCenter: parent.verticalCenter
            text: band.header.hotline
            units: 4
            lineHeight: 1.1
            font.weight: Font.Bold
            wrapMode: Text.NoWrap
        }
    }
    Rectangle {
        id: bar
        visible: hotline.visible
        x: hotline.x + hotline.width + 2.4 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.border
        height: 4 * Theme.u
        color: Theme.line
    }
    Item {
        id: window
        anchors { left: hotline.visible ? bar.right : parent.left; right: parent.right; top: parent.top; bottom: parent.bottom; leftMargin: 2.4 * Theme.u; rightMargin: 2.4 * Theme.u }
        clip: true

        Words {
            id: words
            objectName: "news"
            height: parent.height
            text: band.text
            units: 4
            lineHeight: 1.1
            font.weight: text === band.message && text !== "" ? Font.Bold : Font.Normal
            color: text === band.message && text !== "" ? Theme.gold : Theme.ink
            wrapMode: Text.NoWrap
        }
    }
    SequentialAnimation {
        id: show
        readonly property real beyond: Math.max(0, words.implicitWidth - window.width)

        running: band.visible && band.news.length > 0
        loops: Animation.Infinite
        PropertyAction { target: words; property: "x"; value: 0 }
        NumberAnimation { target: words; property: "y"; from: window.height; to: 0; duration: Theme.motion * 2; easing.type: Easing.OutCubic }
        PauseAnimation { duration: 5000 }
        NumberAnimation { target: words; property: "x"; to: -show.beyond; duration: show.beyond / Theme.u * 120 }
        PauseAnimation { duration: 3000 }
        NumberAnimation { target: words; property: "y"; to: -window.height; duration: Theme.motion * 2; easing.type: Easing.InCubic }
        ScriptAction { script: band.place = (band.place + 1) % Math.max(1, band.news.length) }
    }
}
