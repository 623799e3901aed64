/* Many phones on one machine: each keeps POST /api/ticket open and notes when news came. One thread, epoll.
 *
 *   phones HOST PORT COUNT < one token a line (COUNT of them, then commands)
 *
 * Commands on stdin, answers on stdout, times are CLOCK_MONOTONIC in ns:
 *   mark     forget what came so far                         (no answer)
 *   report   "report N t0 t1 ..." first news of each phone since the mark, 0 for none; N of them had any
 *   drop     close every connection and begin anew           (no answer)
 * Phones whose connection ends, or is refused, try again 20 ms later, for ever.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define TOKEN_MAX 130
#define AGAIN_NS 20000000LL

struct phone {
    int fd, asked;
    long long first_ns, again_ns;
    char token[TOKEN_MAX];
};

static struct phone *phones;
static int count, epoll_fd;
static struct sockaddr_in server;
static char host[64];

static long long now_ns(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000000000LL + now.tv_nsec;
}

static void hang_up(struct phone *phone) {
    if (phone->fd >= 0) close(phone->fd);
    phone->fd = -1;
    phone->again_ns = now_ns() + AGAIN_NS;
}

static void dial(struct phone *phone) {
    phone->fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    phone->asked = 0;
    if (phone->fd < 0) { perror("socket"); exit(1); }
    int size = 8192;
    setsockopt(phone->fd, SOL_SOCKET, SO_RCVBUF, &size, sizeof size);
    if (connect(phone->fd, (struct sockaddr *)&server, sizeof server) < 0 && errno != EINPROGRESS) {
        hang_up(phone);
        return;
    }
    struct epoll_event event = {.events = EPOLLIN | EPOLLOUT, .data.ptr = phone};
    epoll_ctl(epoll_fd, EPOLL_CTL_ADD, phone->fd, &event);
}

static void ask(struct phone *phone) {
    char body[TOKEN_MAX + 16], request[512 + TOKEN_MAX];
    int length = snprintf(body, sizeof body, "{\"t\":\"%s\"}", phone->token);
    int size = snprintf(request, sizeof request,
        "POST /api/ticket HTTP/1.1\r\nHost: %s\r\nAccept: text/event-stream\r\n"
        "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%s", host, length, body);
    if (send(phone->fd, request, size, MSG_NOSIGNAL) != size) { hang_up(phone); return; }
    phone->asked = 1;
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = phone};
    epoll_ctl(epoll_fd, EPOLL_CTL_MOD, phone->fd, &event);
}

static void hear(struct phone *phone) {
    char text[8192];
    ssize_t size = recv(phone->fd, text, sizeof text, 0);
    if (size < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (size <= 0 || memmem(text, size, "HTTP/1.1 4", 10) || memmem(text, size, "HTTP/1.1 5", 10)) {
        hang_up(phone);
        return;
    }
    if (!phone->first_ns && memmem(text, size, "data: ", 6)) phone->first_ns = now_ns();
}

static void report(void) {
    int had = 0;
    for (int i = 0; i < count; i++) had += phones[i].first_ns != 0;
    printf("report %d", had);
    for (int i = 0; i < count; i++) printf(" %lld", phones[i].first_ns);
    printf("\n");
    fflush(stdout);
}

static void obey(void) {
    char line[64];
    ssize_t size = read(0, line, sizeof line - 1);
    if (size <= 0) exit(0);
    line[size] = 0;
    for (char *word = strtok(line, "\n"); word; word = strtok(NULL, "\n")) {
        if (!strcmp(word, "report")) report();
        for (int i = 0; i < count && strcmp(word, "report"); i++) {
            phones[i].first_ns = 0;
            if (!strcmp(word, "drop")) hang_up(&phones[i]);
        }
    }
}

static void redial(void) {
    long long now = now_ns();
    for (int i = 0; i < count; i++)
        if (phones[i].fd < 0 && phones[i].again_ns <= now) dial(&phones[i]);
}

/* One byte at a time: what follows the tokens must stay in the pipe for epoll to see. */
static void read_token(struct phone *phone) {
    int length = 0;
    char letter;
    while (read(0, &letter, 1) == 1 && letter != '\n')
        if (length < TOKEN_MAX - 1) phone->token[length++] = letter;
    phone->fd = -1;
}

int main(int argc, char **argv) {
    if (argc != 4) return 2;
    snprintf(host, sizeof host, "%s:%s", argv[1], argv[2]);
    server.sin_family = AF_INET;
    server.sin_port = htons(atoi(argv[2]));
    inet_pton(AF_INET, argv[1], &server.sin_addr);
    count = atoi(argv[3]);
    phones = calloc(count, sizeof *phones);
    for (int i = 0; i < count; i++) read_token(&phones[i]);
    epoll_fd = epoll_create1(0);
    struct epoll_event events[512], commands = {.events = EPOLLIN, .data.ptr = NULL};
    epoll_ctl(epoll_fd, EPOLL_CTL_ADD, 0, &commands);
    for (;;) {
        redial();
        int found = epoll_wait(epoll_fd, events, 512, 10);
        for (int i = 0; i < found; i++) {
            struct phone *phone = events[i].data.ptr;
            if (!phone) obey();
            else if (phone->fd < 0) continue;
            else if (events[i].events & (EPOLLERR | EPOLLHUP)) hang_up(phone);
            else if (!phone->asked) ask(phone);
            else hear(phone);
        }
    }
}
