pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import MotCua

// Finds a procedure as it is typed.
KioskPage {
    id: page

    required property SearchModel model
    readonly property var search: model.props
    readonly property bool empty: search.typed === ""

    title: search.guides ? qsTr("Bạn muốn hỏi thủ tục nào?") : qsTr("Bạn cần làm thủ tục nào?")
    question: (portrait || slim) && search.rows.length > 0 && !empty ? "" : qsTr("Gõ vài chữ, có dấu hay không dấu đều được.")
    spoken: [
        Rectangle {
            width: page.panel.width - 8 * Theme.u
            height: Math.max(11 * Theme.u, typed.implicitHeight + 3 * Theme.u)
            radius: Theme.corner
            color: Theme.surface
            border.width: Theme.contrast ? Theme.border : 0
            border.color: Theme.line
            Icon {
                id: glass
                visible: !page.slim
                x: 2 * Theme.u
                anchors.verticalCenter: parent.verticalCenter
                name: "magnify"
                units: 5 / Theme.textScale
                color: Theme.brand
            }
            Words {
                id: typed
                objectName: "typed"
                anchors { left: page.slim ? parent.left : glass.right; leftMargin: 1.6 * Theme.u; verticalCenter: parent.verticalCenter }
                width: Math.min(implicitWidth, parent.width - (page.slim ? 4 : 12) * Theme.u)
                text: page.empty ? qsTr("ví dụ: khai sinh") : page.search.typed
                units: page.slim ? (page.empty ? 2.4 : 3) : 4.2
                font.weight: page.empty ? Font.Normal : Font.DemiBold
                color: page.empty ? Theme.quiet : Theme.ink
                // The panel of a 4:3 screen holds few letters a line.
                wrapMode: page.slim && !page.empty ? Text.Wrap : Text.NoWrap
                elide: page.slim ? Text.ElideNone : page.empty ? Text.ElideRight : Text.ElideLeft
            }
            Rectangle {
                visible: typed.lineCount < 2
                anchors { left: page.empty ? typed.left : typed.right; leftMargin: (page.empty ? -0.6 : 0.4) * Theme.u; verticalCenter: parent.verticalCenter }
                width: Theme.border * 1.5
                height: 5.6 * Theme.u
                color: Theme.brand
            }
        }
    ]

    Grid {
        id: results
        columns: !page.portrait && page.search.rows.length > 0 ? 2 : 1
        width: pager.visible ? parent.width - pager.width - 1.6 * Theme.u : parent.width
        spacing: 1.2 * Theme.u
        readonly property real room: keyboard.y - 2 * Theme.u
        readonly property real cell: (width - spacing * (columns - 1)) / columns
        readonly property real row: (room - spacing * (4 / columns - 1)) / (4 / columns)
        Repeater {
            model: page.search.rows.length
            RowCard {
                required property int index
                row: page.search.rows[index] ?? ({ name: "", title: "", detail: "", icon: "" })
                width: results.cell
                height: results.row
                units: page.slim ? 2.8 : 3.2
                detailUnits: page.portrait ? 2.6 : 2.4
                lines: page.portrait ? 2 : 3
                pictured: false
                detailLines: 2
                onActivated: page.model.chosen(row.id)
            }
        }
        Notice {
            width: results.width
            units: 3.6
            visible: page.search.rows.length === 0
            text: page.search.ready ? qsTr("Chưa tìm thấy. Bạn thử gõ ít chữ hơn, hoặc hỏi quầy hướng dẫn.") : qsTr("Danh mục thủ tục đang được tải…")
        }
        BigButton {
            objectName: "ask-help"
            width: results.width
            visible: page.search.rows.length === 0 && page.search.asks
            icon: "account-question"
            text: qsTr("Lấy số gặp cán bộ hướng dẫn")
            onActivated: page.model.askWanted()
        }
    }
    SidePager {
        id: pager
        anchors.right: parent.right
        height: keyboard.y - 2 * Theme.u
        sheet: page.search.sheet
        sheets: page.search.sheets
        onTurned: by => page.model.turned(by)
    }
    Keyboard {
        id: keyboard
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: implicitHeight
        onPressed: key => page.model.keyPressed(key)
    }
}
