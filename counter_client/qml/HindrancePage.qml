import QtQuick
import MotCua
import Counter

// What only a technician can mend, said so that the clerk knows whom to ask and for what. Covers what is dead anyway.
Rectangle {
    id: page

    required property Outlook outlook
    property bool forCitizen: false      // a citizen reads it first; the technician's words stand small below
    property real units: 2.2

    readonly property string kind: outlook.hindrance
    readonly property string command: kind === "not-paired" || kind === "other-device" ? "motcua-hub pair --data … --role " + outlook.role + " --name " + outlook.station : ""
    readonly property string cause: {
        switch (kind) {
        case "not-paired": return qsTr("Máy này chưa được ghép nối");
        case "other-device": return qsTr("Mã trong tệp khóa là của máy khác");
        case "other-version": return qsTr("Khác phiên bản với máy chủ");
        case "unknown-counter": return qsTr("Trung tâm không có quầy “%1”").arg(outlook.station);
        default: return "";
        }
    }
    readonly property string help: {
        switch (kind) {
        case "not-paired": return qsTr("Máy chủ không nhận mã thiết bị của máy này. Nhờ kỹ thuật viên chạy lệnh dưới đây trên máy chủ, ghi mã mới vào tệp khóa rồi mở lại chương trình.");
        case "other-device": return qsTr("Nhờ kỹ thuật viên chạy lệnh dưới đây trên máy chủ, ghi mã mới vào tệp khóa rồi mở lại chương trình.");
        case "other-version": return qsTr("Nhờ kỹ thuật viên cài cùng một phiên bản phần mềm trên máy này và trên máy chủ.");
        case "unknown-counter": return outlook.counterIds === "" ? qsTr("Nhờ kỹ thuật viên sửa id trong tệp station.toml của máy này thành id của một quầy trong cấu hình, rồi mở lại chương trình.") : qsTr("Nhờ kỹ thuật viên sửa id trong tệp station.toml của máy này thành một trong các quầy: %1, rồi mở lại chương trình.").arg(outlook.counterIds);
        default: return "";
        }
    }

    visible: kind !== ""
    color: Theme.paper
    z: 1
    Accessible.role: Accessible.AlertMessage
    Accessible.name: cause + ". " + help

    TapHandler {}
    Column {
        width: Math.min(parent.width - Theme.size(6), Theme.size(page.units * 42))
        anchors.centerIn: parent
        spacing: Theme.size(page.units * 0.7)
        Icon {
            name: page.forCitizen ? "information-outline" : "lan-disconnect"
            units: page.units * 4
            color: page.forCitizen ? Theme.quiet : Theme.danger
            anchors.horizontalCenter: parent.horizontalCenter
        }
        Words {
            objectName: "hindrance"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: page.forCitizen ? qsTr("Bảng này tạm ngừng phục vụ") : page.cause
            units: page.units * (page.forCitizen ? 2.1 : 1.6)
            font.weight: Font.Bold
            lineHeight: 1.2
        }
        Words {
            visible: page.forCitizen
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: page.cause
            units: page.units
            font.weight: Font.DemiBold
            color: Theme.quiet
        }
        Words {
            objectName: "hindrance-help"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: page.help
            units: page.units
            color: page.forCitizen ? Theme.quiet : Theme.ink
        }
        Rectangle {
            visible: page.command !== ""
            width: parent.width
            height: line.implicitHeight + Theme.size(page.units)
            radius: Theme.corner * 0.6
            color: Theme.surface
            border.width: Theme.border
            border.color: Theme.line
            Words {
                id: line
                objectName: "hindrance-command"
                width: parent.width - Theme.size(page.units)
                anchors.centerIn: parent
                horizontalAlignment: Text.AlignHCenter
                text: page.command
                units: page.units * 0.85
                font.family: "monospace"
                wrapMode: Text.WordWrap
            }
        }
    }
}
