import { View } from '@tarojs/components'

export default function Page() {
  return <View className="m-standard x-page"><View className="ic ic-home" />活动</View>
}
