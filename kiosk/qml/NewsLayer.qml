pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import MotCua

// Nobody is here: the hall's news for whoever passes by, and how to begin. Any touch goes back to the first page.
Rectangle {
    id: over
    objectName: "overlay"

    required property FrameModel frame
    required property NewsModel news
    readonly property var hall: news.props
    readonly property bool portrait: height > width
    readonly property real margin: 5 * Theme.u
    readonly property color ink: Theme.contrast ? Theme.ink : Theme.brandInk
    readonly property int sheets: Math.max(1, Math.ceil(hall.lines.length / lines.count))
    property int sheet: 0
    property int message: 0

    color: Theme.contrast ? Theme.paper : Theme.brand

    // Slow turns, no running animation: an idle kiosk must not cost a processor.
    Timer {
        interval: 9000
        running: over.visible
        repeat: true
        onTriggered: {
            over.sheet = (over.sheet + 1) % over.sheets;
            over.message = (over.message + 1) % Math.max(1, over.hall.messages.length);
            if (Theme.motion > 0)
                nudge.restart();
        }
    }
    MouseArea {
        objectName: "news"
        anchors.fill: parent
        onPressed: over.frame.touched()
    }

    Item {
        id: head
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: over.margin }
        height: Math.max(emblem.height, name.implicitHeight, clock.implicitHeight)
        Emblem {
            id: emblem
            anchors.verticalCenter: parent.verticalCenter
        }
        Words {
            id: name
            anchors { left: emblem.right; leftMargin: 2 * Theme.u; right: clock.left; rightMargin: 3 * Theme.u; verticalCenter: parent.verticalCenter }
            text: over.frame.props.centre
            units: (over.portrait ? 3 : 3.6) / Theme.textScale
            lineHeight: 1.2
            font.weight: Font.DemiBold
            color: over.ink
        }
        Words {
            id: clock
            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            text: over.frame.props.clock
            units: 6 / Theme.textScale
            lineHeight: 1
            font.weight: Font.Bold
            color: over.ink
        }
    }
    Column {
        id: call
        anchors { left: parent.left; leftMargin: over.margin }
        width: over.portrait ? parent.width - 2 * over.margin : parent.width * 0.4 - over.margin
        y: over.portrait ? head.y + head.height + 6 * Theme.u : (parent.height - height) / 2
        spacing: 1.4 * Theme.u
        Icon {
            id: hand
            name: "gesture-tap"
            units: 13 / Theme.textScale
            color: Theme.gold
            SequentialAnimation {
                id: nudge
                NumberAnimation { target: hand; property: "scale"; to: 1.12; duration: 240; easing.type: Easing.OutCubic }
                NumberAnimation { target: hand; property: "scale"; to: 1; duration: 240; easing.type: Easing.OutCubic }
            }
        }
        Words {
            objectName: "news-call"
            width: parent.width
            text: "Chạm vào màn hình\nđể bắt đầu"
            units: (over.portrait ? 8.4 : over.width < 150 * Theme.u ? 5.4 : 6.6) / Theme.textScale
            lineHeight: 1.15
            font.weight: Font.Bold
            color: over.ink
        }
        Words {
            width: parent.width
            text: "Touch the screen to begin"
            units: (over.portrait ? 4.6 : 4) / Theme.textScale
            lineHeight: 1.15
            font.weight: Font.DemiBold
            color: Theme.contrast ? Theme.gold : Qt.lighter(Theme.gold, 1.12)
        }
    }
    Card {
        id: board
        anchors { right: parent.right; rightMargin: over.margin; bottom: foot.top; bottomMargin: 3 * Theme.u }
        width: over.portrait ? parent.width - 2 * over.margin : parent.width * 0.6 - 2 * over.margin
        y: 0
        height: over.portrait ? foot.y - call.y - call.height - 9 * Theme.u : foot.y - head.y - head.height - 6 * Theme.u
        clip: true

        Words {
            id: total
            anchors { left: parent.left; right: parent.right; top: parent.top; margins: 3 * Theme.u; topMargin: 2.4 * Theme.u }
            text: over.hall.waiting === 0 ? qsTr("Hiện không có ai phải chờ") : qsTr("Đang chờ trong sảnh: %1 người").arg(over.hall.waiting)
            units: 4 / Theme.textScale
            lineHeight: 1.15
            font.weight: Font.Bold
        }
        Item {
            id: lines
            readonly property real row: (over.portrait ? 9.4 : 8.6) * Theme.u
            readonly property real room: board.height - y - 2 * Theme.u
            readonly property int count: Math.max(1, Math.floor(room / row))
            // A full board leaves no gap under its last line.
            readonly property real pitch: over.hall.lines.length < count ? row : room / count
            anchors { left: parent.left; right: parent.right; top: total.bottom; margins: 3 * Theme.u; topMargin: 1.4 * Theme.u }
            Repeater {
                model: Math.min(lines.count, Math.max(0, over.hall.lines.length - over.sheet * lines.count))
                Item {
                    id: entry
                    required property int index
                    readonly property var line: over.hall.lines[over.sheet * lines.count + index] ?? ({ title: "", icon: "", waiting: 0, wait: "" })
                    y: index * lines.pitch
                    width: lines.width
                    height: lines.pitch
                    Rectangle {
                        width: parent.width
                        height: Theme.border
                        color: Theme.line
                    }
                    Icon {
                        id: picture
                        anchors.verticalCenter: parent.verticalCenter
                        width: 6 * Theme.u
                        name: entry.line.icon
                        units: 4.4 / Theme.textScale
                        color: Theme.brand
                    }
                    Words {
                        anchors { left: picture.right; leftMargin: 2 * Theme.u; right: wait.left; rightMargin: 2 * Theme.u; verticalCenter: parent.verticalCenter }
                        text: entry.line.title
                        units: 2.9 / Theme.textScale
                        lineHeight: 1.1
                        font.weight: Font.DemiBold
                        maximumLineCount: 2
                        elide: Text.ElideRight
                    }
                    Item {
                        id: wait
                        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                        width: 28 * Theme.u
                        height: people.height + (minutes.text === "" ? 0 : minutes.height)
                        Words {
                            id: people
                            width: parent.width
                            text: entry.line.waiting === 0 ? qsTr("Không phải chờ") : qsTr("%1 người chờ").arg(entry.line.waiting)
                            units: 3 / Theme.textScale
                            lineHeight: 1.1
                            font.weight: Font.Bold
                            horizontalAlignment: Text.AlignRight
                            color: entry.line.waiting === 0 ? Theme.success : Theme.ink
                        }
                        Words {
                            id: minutes
                            anchors { left: parent.left; right: parent.right; top: people.bottom }
                            text: entry.line.wait
                            units: 2.4 / Theme.textScale
                            lineHeight: 1.1
                            wrapMode: Text.NoWrap
                            fontSizeMode: Text.HorizontalFit
                            minimumPixelSize: Theme.size(2) / Theme.textScale
                            horizontalAlignment: Text.AlignRight
                            color: Theme.quiet
                        }
                    }
                }
            }
        }
    }
    Column {
        id: foot
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: over.margin; bottomMargin: 4 * Theme.u }
        spacing: 1.2 * Theme.u
        Words {
            width: parent.width
            visible: text !== ""
            text: over.hall.messages[over.message] ?? ""
            units: 3.2 / Theme.textScale
            lineHeight: 1.2
            font.weight: Font.DemiBold
            color: Theme.contrast ? Theme.gold : Qt.lighter(Theme.gold, 1.12)
        }
        Flow {
            width: parent.width
            spacing: 3 * Theme.u
            Words {
                visible: over.hall.hours !== ""
                text: qsTr("Giờ lấy số: %1").arg(over.hall.hours)
                units: 3 / Theme.textScale
                color: over.ink
            }
            Words {
                visible: over.hall.hotline !== ""
                text: qsTr("Đường dây nóng: %1").arg(over.hall.hotline)
                units: 3 / Theme.textScale
                color: over.ink
            }
        }
    }
}
