pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import MotCua

// Agencies or fields: a grid, a sheet at a time, and the search for those who know the name of it.
KioskPage {
    id: page

    required property ChoicesModel model
    readonly property var list: model.props
    readonly property bool agencies: list.kind === "agencies"

    heading: list.heading
    title: agencies ? qsTr("Bạn cần gặp cơ quan nào?") : qsTr("Việc của bạn thuộc lĩnh vực nào?")
    question: qsTr("Chạm để chọn, hoặc tìm theo tên thủ tục.")

    Grid {
        id: grid
        columns: 2
        spacing: 1.6 * Theme.u
        readonly property real cell: (parent.width - spacing) / 2
        readonly property real room: foot.y - spacing
        readonly property int count: page.list.sheets > 1 ? 8 : Math.max(6, page.list.rows.length)
        readonly property real row: Math.min(21 * Theme.u, (room - spacing * (Math.ceil(count / 2) - 1)) / Math.ceil(count / 2))
        Repeater {
            model: page.list.rows.length
            RowCard {
                required property int index
                row: page.list.rows[index] ?? ({ name: "", title: "", detail: "", icon: "" })
                width: grid.cell
                height: grid.row
                units: page.portrait ? 3.1 : page.width < 150 * Theme.u ? 2.5 : 3
                lines: 4
                onActivated: page.model.chosen(row.id)
            }
        }
    }
    Column {
        id: foot
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        spacing: 1.6 * Theme.u
        Pager {
            width: parent.width
            sheet: page.list.sheet
            sheets: page.list.sheets
            onTurned: by => page.model.turned(by)
        }
        SearchButton {
            width: parent.width
            onActivated: page.model.searchWanted()
        }
    }
}
