pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import MotCua

// Whether the visitor has priority, and why.
KioskPage {
    id: page

    required property ChoicesModel model
    readonly property var list: model.props

    heading: list.heading
    title: qsTr("Bạn có thuộc diện ưu tiên không?")
    question: list.claimed !== "" ? qsTr("Theo ngày sinh trên thẻ, mời bạn chọn ô viền đậm. Cán bộ xác nhận tại quầy.") : qsTr("Cán bộ có thể đề nghị bạn cho xem giấy tờ tại quầy.")

    BigButton {
        id: none
        objectName: "priority-none"
        width: parent.width
        height: 17 * Theme.u
        units: 4.8
        primary: true
        icon: "ticket-confirmation"
        text: qsTr("Không, lấy số ngay")
        onActivated: page.model.chosen("none")
    }
    Words {
        id: or
        anchors { top: none.bottom; topMargin: 2.4 * Theme.u }
        width: parent.width
        text: qsTr("Có, tôi là:")
        units: 3.6
        font.weight: Font.DemiBold
        color: Theme.quiet
    }
    Grid {
        id: grid
        anchors { top: or.bottom; topMargin: 1.2 * Theme.u }
        columns: 2
        spacing: 1.6 * Theme.u
        readonly property real cell: (parent.width - spacing) / 2
        readonly property int lines: Math.max(3, Math.ceil(page.list.rows.length / 2))
        readonly property real row: Math.min(20 * Theme.u, (parent.height - y - (page.list.sheets > 1 ? pager.implicitHeight + spacing : 0) - spacing * (lines - 1)) / lines)
        Repeater {
            model: page.list.rows.length
            RowCard {
                required property int index
                row: page.list.rows[index] ?? ({ name: "", title: "", detail: "", icon: "" })
                width: grid.cell
                height: grid.row
                units: page.portrait || page.width > 150 * Theme.u ? 3.6 : 3.2
                lines: 4
                detailLines: page.portrait ? 2 : 3
                border.width: page.list.claimed === row.id ? 3 * Theme.border : Theme.border
                border.color: page.list.claimed === row.id ? Theme.priority : Theme.line
                tint: Theme.priority
                onActivated: page.model.chosen(row.id)
            }
        }
    }
    Pager {
        id: pager
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        sheet: page.list.sheet
        sheets: page.list.sheets
        onTurned: by => page.model.turned(by)
    }
}
