/** The services as the pages see them: signed calls, refusals as {@link kr.minwon.gateway.clients.ServiceProblem}. */
@NullMarked
package kr.minwon.gateway.clients;

import org.jspecify.annotations.NullMarked;
