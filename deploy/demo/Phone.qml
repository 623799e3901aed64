import QtQuick
import QtWebEngine

// A citizen's phone: a real browser engine in a phone-sized window.
Window {
    id: phone

    property url address
    property bool loaded: false

    width: 390
    height: 844
    title: "Điện thoại của người dân"
    color: "white"

    WebEngineView {
        objectName: "page"
        anchors.fill: parent
        url: phone.address
        onLoadingChanged: info => phone.loaded = info.status === WebEngineView.LoadSucceededStatus
    }
}
