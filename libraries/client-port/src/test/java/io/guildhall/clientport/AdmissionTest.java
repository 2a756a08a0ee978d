package io.guildhall.clientport;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.address.Network;
import io.guildhall.testing.Eventually;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Over real sockets, to a server that answers each request with nothing. */
class AdmissionTest {
    private static final Duration LONG = Duration.ofHours(1);
    /** Bytes of a head that are not too many. */
    private static final int SHORTER_THAN_ANY_BOUND = 5_000;

    /** For whoever is cut off, sooner or later. */
    private static final Duration SHORT = Duration.ofMillis(100);
    /** For whoever has to be heard first: a test may be held up for a while between two steps. */
    private static final Duration BRIEF = Duration.ofSeconds(1);

    private final NioEventLoopGroup loops = new NioEventLoopGroup(1);
    private final List<Socket> sockets = new ArrayList<>();
    private final Counts counts = new Counts(4, 2);
    private Channel server;
    private volatile Channel accepted;

    @AfterEach
    void close() throws Exception {
        for (Socket socket : sockets) {
            socket.close();
        }
        loops.shutdownGracefully(0, 0, TimeUnit.SECONDS).sync();
    }

    @Test
    void noMoreThanItsShareComesFromOneAddressAndPlacesAreGivenBack() throws Exception {
        serve(new Admission(counts, List.of(), HttpServerOptions::new, LONG, LONG));
        Socket first = connect();
        ask(first);
        ask(connect());
        assertThat(isClosed(connect())).isTrue();

        first.close();
        await(1);
        ask(connect());
    }

    @Test
    void someAddressesAreNotCountedButThereIsABoundOnAll() throws Exception {
        serve(new Admission(counts, List.of(Network.parse("127.0.0.0/8")), HttpServerOptions::new, LONG, LONG));
        for (int count = 0; count < 4; count++) {
            ask(connect());
        }
        assertThat(isClosed(connect())).isTrue();
    }

    @Test
    void whoeverSaysNothingIsSentAway() throws Exception {
        serve(new Admission(counts, List.of(), HttpServerOptions::new, SHORT, LONG));
        assertThat(isClosed(connect())).isTrue();
        await(0);
    }

    @Test
    void aHeadThatDripsIsCutOff() throws Exception {
        serve(new Admission(counts, List.of(), HttpServerOptions::new, SHORT, LONG));
        Socket socket = connect();
        assertThat(drips(socket, "GET / HTTP/1.1\r\nX: ")).isTrue();
    }

    @Test
    void aLaterHeadThatDripsIsCutOffToo() throws Exception {
        serve(new Admission(counts, List.of(), HttpServerOptions::new, BRIEF, LONG));
        Socket socket = connect();
        ask(socket);
        assertThat(drips(socket, "GET / HTTP/1.1\r\nX: ")).isTrue();
    }

    /** Whose timer is one of an hour by then. */
    @Test
    void aHeadThatDripsBehindALongRequestIsCutOff() throws Exception {
        serve(new Admission(counts, List.of(), HttpServerOptions::new, BRIEF, LONG));
        Socket socket = connect();
        socket.getOutputStream().write("POST / HTTP/1.1\r\nContent-Length: 1\r\n\r\n".getBytes(US_ASCII));
        Thread.sleep(2 * BRIEF.toMillis());
        socket.getOutputStream().write('x');
        assertThat(new String(socket.getInputStream().readNBytes(8), US_ASCII)).isEqualTo("HTTP/1.1");

        assertThat(drips(socket, "GET / HTTP/1.1\r\nX: ", SHORTER_THAN_ANY_BOUND))
                .isTrue();
    }

    @Test
    void aBodyThatDripsIsCutOff() throws Exception {
        serve(new Admission(counts, List.of(), HttpServerOptions::new, SHORT, SHORT));
        Socket socket = connect();
        assertThat(drips(socket, "POST / HTTP/1.1\r\nContent-Length: 1000000\r\n\r\n"))
                .isTrue();
    }

    @Test
    void aBodyThatDripsBehindAnotherRequestIsCutOff() throws Exception {
        serve(new Admission(counts, List.of(), HttpServerOptions::new, LONG, SHORT));
        Socket socket = connect();
        ask(socket);
        assertThat(drips(socket, "GET / HTTP/1.1\r\n\r\nPOST / HTTP/1.1\r\nContent-Length: 1000000\r\n\r\n"))
                .isTrue();
    }

    @Test
    void whatIsNoHttpAnyMoreIsLetGo() throws Exception {
        serve(new Admission(counts, List.of(), HttpServerOptions::new, LONG, LONG));
        Socket socket = connect();
        ask(socket);
        Channel channel = accepted;
        channel.eventLoop()
                .submit(() -> channel.pipeline().remove(HttpRequestDecoder.class))
                .sync();
        int handlers = channel.pipeline().names().size();
        socket.getOutputStream().write('x');
        Eventually.until(() -> channel.pipeline().names().size() == handlers - 3);
    }

    @Test
    void betweenRequestsThereIsTime() throws Exception {
        serve(new Admission(counts, List.of(), HttpServerOptions::new, BRIEF, BRIEF));
        Socket socket = connect();
        ask(socket);
        Thread.sleep(2 * BRIEF.toMillis());
        ask(socket);
    }

    private void serve(Admission admission) throws InterruptedException {
        server = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast(new HttpRequestDecoder(), new HttpResponseEncoder(), new Answering());
                        admission.accepted(channel);
                        accepted = channel;
                    }
                })
                .bind(InetAddress.getLoopbackAddress(), 0)
                .sync()
                .channel();
    }

    private Socket connect() throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), ((InetSocketAddress) server.localAddress()).getPort());
        sockets.add(socket);
        return socket;
    }

    private static void ask(Socket socket) throws IOException {
        socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(US_ASCII));
        assertThat(new String(socket.getInputStream().readNBytes(8), US_ASCII)).isEqualTo("HTTP/1.1");
        socket.getInputStream().readNBytes(socket.getInputStream().available());
    }

    private static boolean isClosed(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException reset) {
            return true;
        }
    }

    /** A byte now and then until the other side has enough. */
    private static boolean drips(Socket socket, String begin) throws Exception {
        return drips(socket, begin, 100_000);
    }

    private static boolean drips(Socket socket, String begin, int most) throws Exception {
        try {
            socket.getOutputStream().write(begin.getBytes(US_ASCII));
            for (int count = 0; count < most; count++) {
                socket.getOutputStream().write('x');
                Thread.sleep(1);
            }
            return false;
        } catch (IOException cut) {
            return true;
        }
    }

    private void await(int connections) {
        Eventually.until(() -> counts.all() == connections);
    }

    private static final class Answering extends SimpleChannelInboundHandler<HttpObject> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, HttpObject message) {
            if (message instanceof LastHttpContent) {
                DefaultFullHttpResponse answer =
                        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
                answer.headers().set("Content-Length", 0);
                context.writeAndFlush(answer);
            }
        }
    }
}
