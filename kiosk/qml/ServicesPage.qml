pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import MotCua

// The services to take a number for, with how many wait and how long it may take.
KioskPage {
    id: page

    required property ChoicesModel model
    readonly property var list: model.props
    readonly property int columns: portrait ? 1 : 2

    heading: list.heading
    title: qsTr("Bạn cần làm gì?")
    question: qsTr("Chọn dịch vụ để lấy số.")

    function waitingOf(row: var): string {
        if (row.whyNot === "limit_reached")
            return qsTr("Hôm nay đã phát hết số");
        if (row.whyNot !== "")
            return qsTr("Ngoài giờ lấy số");
        if (row.waiting < 0)
            return "";
        if (row.waiting === 0)
            return qsTr("Không phải chờ");
        const people = qsTr("%1 người đang chờ").arg(row.waiting);
        return row.wait === "" ? people : people + (columns > 1 ? "\n" : " · ") + row.wait;
    }

    Grid {
        id: grid
        columns: page.columns
        spacing: 1.6 * Theme.u
        readonly property real cell: (parent.width - spacing * (columns - 1)) / columns
        readonly property int rowsShown: Math.ceil((page.list.rows.length > 4 || page.list.sheets > 1 ? 6 : 4) / columns)
        readonly property real row: Math.min((page.portrait ? 21 : 32) * Theme.u, (foot.y - spacing * rowsShown) / rowsShown)
        Repeater {
            model: page.list.rows.length
            ServiceCard {
                required property int index
                readonly property var entry: page.list.rows[index]
                row: entry ?? ({ name: "", title: "", detail: "", icon: "", whyNot: "", waiting: -1, wait: "" })
                width: grid.cell
                height: grid.row
                usable: row.whyNot === "" && page.frame.props.connection === "online"
                detail: row.detail
                waiting: page.waitingOf(row)
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
