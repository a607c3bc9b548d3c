package io.tiktoken.gateway.guard;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AttributeKey;
import io.netty.util.ReferenceCountUtil;

/**
 * Stands right behind the decoder of a connection. Reactor Netty would answer what it cannot read with a bare status,
 * outside all filters, and write the whole request into the log; instead such a request is replaced by a
 * {@link RefusalHeaders}, which is answered, counted and logged like every other request, and in its turn.
 */
final class PlainHttpHandler extends ChannelInboundHandlerAdapter {

    private static final AttributeKey<Boolean> BODY_BROKE = AttributeKey.valueOf(PlainHttpHandler.class, "bodyBroke");

    private boolean refused;

    @Override
    public void channelRead(ChannelHandlerContext connection, Object message) {
        if (refused) {
            ReferenceCountUtil.release(message);
        } else if (message instanceof HttpRequest request) {
            judge(connection, request);
        } else {
            if (message instanceof HttpContent content
                    && content.decoderResult().isFailure()) {
                noteBrokenBody(connection, content);
            }
            connection.fireChannelRead(message);
        }
    }

    private void judge(ChannelHandlerContext connection, HttpRequest request) {
        var problem = PlainHttp.refusalOf(request);
        if (problem == null) {
            connection.fireChannelRead(request);
            return;
        }
        // Nobody knows where the next request would begin.
        refused = true;
        ReferenceCountUtil.release(request);
        connection.fireChannelRead(RefusalHeaders.of(request, problem));
        connection.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
    }

    /** Whoever collects the body looks for this at its end, and the decoder reads nothing more from this connection. */
    private void noteBrokenBody(ChannelHandlerContext connection, HttpContent content) {
        refused = true;
        connection.channel().attr(BODY_BROKE).set(true);
        content.setDecoderResult(DecoderResult.SUCCESS);
    }

    /** Whether the last body on this connection ended in something that is not HTTP. */
    static boolean bodyBroke(Channel connection) {
        return connection.hasAttr(BODY_BROKE);
    }
}
