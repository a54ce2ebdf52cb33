import { useState } from 'react';
import { callPhone } from '../platform/phone';
import { usePreferences } from '../platform/preferences';
import { Button } from './button';
import { classNames } from './class-names';
import { Action, Box } from './element';
import { Icon } from './icon';
import { Sheet } from './sheet';

/** Always within reach in elder mode. `inside`: under the main button, in the same bar. */
export function ElderHelpBar({ inside }: { readonly inside?: boolean }) {
  const organization = usePreferences((state) => state.organization);
  const [asking, setAsking] = useState(false);
  const phone = organization?.phone ?? null;
  const call = () => {
    if (phone) void callPhone(phone);
    else setAsking(true);
  };
  return (
    <Box className={classNames('e-help', inside && 'e-help--in')} role="group" label="随时有人帮">
      <Action className="e-help__b e-help__b--call" onPress={call} label="打电话给社区">
        <Icon name="phone" />
        <Box as="span">
          <Box as="span" className="k-block">
            打电话
          </Box>
          <Box as="span" className="k-block">
            给社区
          </Box>
        </Box>
      </Action>
      <Action className="e-help__b e-help__b--ask" onPress={() => setAsking(true)} label="请工作人员帮我报名">
        <Icon name="help" />
        <Box as="span">
          <Box as="span" className="k-block">
            请工作人员
          </Box>
          <Box as="span" className="k-block">
            帮我报名
          </Box>
        </Box>
      </Action>
      <Sheet open={asking} title="请工作人员帮我报名" onClose={() => setAsking(false)}>
        <Box>{helpWords(organization?.name ?? null, phone)}</Box>
        {phone && (
          <Button
            block
            className="mt4"
            icon="phone"
            onPress={() => void callPhone(phone)}
          >{`打电话 ${phone}`}</Button>
        )}
      </Sheet>
    </Box>
  );
}

const helpWords = (name: string | null, phone: string | null): string => {
  if (!name)
    return '先在首页选好您的社区，这里就会有社区的电话。也可以直接到社区服务站，工作人员当场帮您报。';
  if (!phone) return `${name}还没有留电话。请到社区服务站，工作人员当场帮您报。`;
  return `打电话给${name}，说出活动的名字和您的姓名，工作人员在电话里就能帮您报上。也可以直接到社区服务站。`;
};
